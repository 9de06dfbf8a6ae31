/** Turns a described simulation into a plan of numbers and advances it block by block. */
package dev.gyrus.core.internal.engine;
