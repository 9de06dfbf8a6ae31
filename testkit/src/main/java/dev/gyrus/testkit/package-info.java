/** Contract tests for plugins. */
package dev.gyrus.testkit;
