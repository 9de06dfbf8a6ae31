/** How metrics are read, fed and computed. */
package dev.gyrus.fitting.internal.metric;
