/** Runs made by Apache Spark. */
package dev.gyrus.spark;
