/** The couplings that core brings along, as experiment files name them. */
package dev.gyrus.core.internal.coupling;
