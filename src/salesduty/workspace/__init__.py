"""All files of a `roles/` folder resolved into departments: who owns what, who is meant, who reports to whom."""
