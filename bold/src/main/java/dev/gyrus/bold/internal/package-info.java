/** The numerical schemes of the Balloon–Windkessel model. */
package dev.gyrus.bold.internal;
