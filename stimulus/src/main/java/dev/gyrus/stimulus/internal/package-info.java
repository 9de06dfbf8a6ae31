/** How the signals are registered. */
package dev.gyrus.stimulus.internal;
