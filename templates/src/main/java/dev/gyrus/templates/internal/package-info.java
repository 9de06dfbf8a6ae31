/** How templates are read, resolved, assembled and written. */
package dev.gyrus.templates.internal;
