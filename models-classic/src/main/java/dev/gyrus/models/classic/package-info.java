/** Classic models of neural populations: one class each, which describes the model and registers it. */
package dev.gyrus.models.classic;
