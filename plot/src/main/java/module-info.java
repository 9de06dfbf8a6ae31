/** TODO */
module dev.gyrus.plot {
    requires dev.gyrus.core;
}
