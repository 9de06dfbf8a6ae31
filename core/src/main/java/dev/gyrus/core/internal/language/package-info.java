/**
 * The language of equations: text to trees, checks of names and units, derivatives, evaluation and printed forms.
 *
 * <p>Nothing here knows about masses or the engine; both read the trees.
 */
package dev.gyrus.core.internal.language;
