/** Keeps the results of many runs in one file, while they are made. */
module dev.gyrus.store {
    requires transitive dev.gyrus.fitting;
    requires java.sql;
    requires duckdb.jdbc;

    exports dev.gyrus.store;
}
