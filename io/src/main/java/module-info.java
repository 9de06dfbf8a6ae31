/** TODO */
module dev.gyrus.io {
    requires dev.gyrus.core;
}
