/** Models in files: operators, nodes, edges and circuits, and what they can be written out as. */
package dev.gyrus.templates;
