/** Figures for papers and pages: panels of lines, bands, dots, bars and matrices, written as SVG and PNG. */
package dev.gyrus.plot;
