/** Interfaces through which plugins register models, couplings, stimuli, metrics, observation models and datasets. */
package dev.gyrus.core.spi;
