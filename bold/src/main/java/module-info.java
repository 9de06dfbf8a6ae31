/** TODO */
module dev.gyrus.bold {
    requires dev.gyrus.core;
}
