/**
 * Connectomes and datasets from files, by name, or generated.
 *
 * <p>{@link dev.gyrus.datasets.Datasets} and {@link dev.gyrus.datasets.Connectomes} are the doors; what they read is
 * told by the path (a folder of subjects, a TVB zip, a file or folder of matrices) and {@link
 * dev.gyrus.datasets.ReadOptions}. Matrices are {@code [to][from]}, lengths in mm, delays and times in ms.
 */
package dev.gyrus.datasets;
