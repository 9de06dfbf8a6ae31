/**
 * File formats without neuroscience meaning.
 *
 * <p>Reading: {@link dev.gyrus.io.ArrayFiles} gives {@link dev.gyrus.io.NamedArrays}. Writing: {@link
 * dev.gyrus.io.RecordingWriter} while a simulation runs, {@link dev.gyrus.io.ArrayFiles} afterwards, all inside a {@link
 * dev.gyrus.io.Staging} folder. What is wrong with a file is reported as a {@link dev.gyrus.core.GyrusException} that
 * names the file, the array and what was expected.
 */
package dev.gyrus.io;
