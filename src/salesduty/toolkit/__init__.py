"""One function a job: paths or texts in, results out."""
