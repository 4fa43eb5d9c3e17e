-- Submissions of an assignment compared with one another, when somebody asked for it.
create table comparisons (
    id text primary key,
    course text not null references courses (id),
    assignment text not null,
    state text not null,
    reason text not null,
    asked_by text not null references people (id),
    asked_at bigint not null,
    ended_at bigint,
    tries bigint not null,
    given text references blobs (digest),
    given_name text not null,
    compared bigint not null
);
create index comparisons_assignment on comparisons (course, assignment, asked_at);

-- The pairs most alike, the first the most; where they are alike is JSON.
create table comparison_pairs (
    comparison text not null references comparisons (id),
    place bigint not null,
    first text not null references submissions (id),
    second text not null references submissions (id),
    similarity double precision not null,
    larger double precision not null,
    tokens bigint not null,
    stretches blob not null,
    primary key (comparison, place)
);

create table comparison_left_out (
    comparison text not null references comparisons (id),
    submission text not null references submissions (id),
    why text not null,
    primary key (comparison, submission)
);
