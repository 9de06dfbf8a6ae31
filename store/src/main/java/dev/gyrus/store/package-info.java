/** Keeps the results of many runs in one file, while they are made. */
package dev.gyrus.store;
