/** What states a model has and where they change: equilibria, cycles, continuation, delays. */
package dev.gyrus.dynamics;
