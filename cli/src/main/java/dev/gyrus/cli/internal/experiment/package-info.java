/** Experiment files: YAML with places, read strictly into records, all problems at once. */
package dev.gyrus.cli.internal.experiment;
