/** TODO */
module dev.gyrus.models.aln {
    requires dev.gyrus.core;
}
