/** A study that depends on Gyrus. */
module org.example.study {
    requires dev.gyrus.core;
    requires dev.gyrus.analysis;
    requires dev.gyrus.bold;
    requires dev.gyrus.datasets;

    exports org.example.study;
}
