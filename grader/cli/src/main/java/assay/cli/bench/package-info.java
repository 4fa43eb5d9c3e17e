/**
 * What grading costs, in time, processor time and memory, beside the plain way of grading: a container a submission with
 * javac and the JUnit console in it. Depends on core, golden and sandbox, and on no other package of the command line.
 */
@NullMarked
package assay.cli.bench;

import org.jspecify.annotations.NullMarked;
