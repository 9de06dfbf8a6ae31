/** TODO */
module dev.gyrus.stimulus {
    requires dev.gyrus.core;
}
