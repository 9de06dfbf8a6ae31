/** Finding models, signals and datasets, also in jars that are added at run time. */
package dev.gyrus.cli.internal.plugin;
