/** The scene, what draws it, and the arithmetic of ticks and text. */
package dev.gyrus.plot.internal;
