/** What a model must keep to, as tests that its author runs on it. */
module dev.gyrus.testkit {
    requires transitive dev.gyrus.core;
    requires transitive org.junit.jupiter.api;

    exports dev.gyrus.testkit;
}
