/** TODO */
module dev.gyrus.cli {
    requires dev.gyrus.core;
}
