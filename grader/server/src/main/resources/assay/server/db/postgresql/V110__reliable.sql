-- What was on its way when its answer was lost: the platform may hold it, and it is ours.
alter table lti_scores add column tried_given bigint;

-- The last tag of a course and the queue's length, without a look at all that waits.
create index gradings_tag on gradings (state, course, base_tag);
