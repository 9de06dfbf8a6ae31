/** TODO */
module dev.gyrus.analysis {
    requires dev.gyrus.core;
}
