/** How explorations are cut, sampled and run. */
package dev.gyrus.fitting.internal;
