/** The commands of the {@code gyrus} program. */
package dev.gyrus.cli.internal.command;
