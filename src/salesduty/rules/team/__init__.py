"""Rules that a team has written itself, as data: where to look, what must or must not stand there, and what to say."""
