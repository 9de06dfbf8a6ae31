/** Interfaces through which plugins register models, couplings, stimuli, observation models, datasets and back ends. */
package dev.gyrus.core.spi;
