/** Compiles the equations of a mass into short loops over lanes, and evaluates what stands outside them. */
package dev.gyrus.core.internal.kernel;
