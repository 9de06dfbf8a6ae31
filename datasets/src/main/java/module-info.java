/**
 * Connectomes and datasets: readers for the usual layouts, and a generated connectome that needs no data at all.
 *
 * @provides dev.gyrus.core.spi.DatasetProvider {@code synthetic80}
 * @uses dev.gyrus.core.spi.DatasetProvider datasets that plugins bring
 */
module dev.gyrus.datasets {
    requires transitive dev.gyrus.core;
    requires dev.gyrus.io;

    exports dev.gyrus.datasets;

    provides dev.gyrus.core.spi.DatasetProvider with
            dev.gyrus.datasets.Synthetic80;

    uses dev.gyrus.core.spi.DatasetProvider;
}
