/**
 * What training costs and what comes of it: one task from several seeds, measured as grading measures it, and the images
 * a second of the trainer beside a plain loop in DJL. Depends on core and sandbox, and on no other package of the command
 * line but bench's view of the machine.
 */
@NullMarked
package assay.cli.bench.training;

import org.jspecify.annotations.NullMarked;
