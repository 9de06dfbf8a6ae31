/** What a user describes and gets back: masses, nodes, networks, simulations, recordings. */
package dev.gyrus.core;
