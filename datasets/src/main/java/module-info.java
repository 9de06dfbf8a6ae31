/** TODO */
module dev.gyrus.datasets {
    requires dev.gyrus.core;
}
