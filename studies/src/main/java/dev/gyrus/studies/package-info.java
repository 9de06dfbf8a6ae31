/** Published studies, done again: their experiments, figures and the numbers they are judged by. */
package dev.gyrus.studies;
