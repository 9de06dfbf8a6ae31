/** How searches work inside. */
package dev.gyrus.fitting.internal.search;
