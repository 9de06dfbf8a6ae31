/** The thalamus: relay cells, the reticular nucleus, and their wiring. */
package dev.gyrus.models.thalamus;
