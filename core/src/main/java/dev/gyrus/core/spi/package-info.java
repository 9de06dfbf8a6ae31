/** Interfaces through which plugins register models, couplings, stimuli, observation models and datasets. */
package dev.gyrus.core.spi;
