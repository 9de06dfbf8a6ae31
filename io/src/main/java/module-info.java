/**
 * File formats, without neuroscience meaning: arrays in and out (MATLAB 5, NPY, NPZ, CSV, text, HDF5), streamed
 * recordings (CSV, netCDF) and spikes (SONATA, CSV), JSON, and writing a folder of results beside before moving it into place.
 */
module dev.gyrus.io {
    requires transitive dev.gyrus.core;
    requires us.hebi.matlab.mat.mfl.core;
    requires de.siegmar.fastcsv;
    requires io.jhdf;
    // What the automatic module io.jhdf uses: named modules are not resolved for it.
    requires org.slf4j;
    requires org.apache.commons.lang3;
    requires com.ning.compress.lzf;

    exports dev.gyrus.io;
}
