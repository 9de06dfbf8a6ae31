/** Interfaces through which plugins register models, couplings, stimuli, metrics, datasets and back ends. */
package dev.gyrus.core.spi;
