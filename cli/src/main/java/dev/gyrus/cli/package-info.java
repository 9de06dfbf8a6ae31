/** The {@code gyrus} program and the Guice module for those who embed its catalogues. */
package dev.gyrus.cli;
