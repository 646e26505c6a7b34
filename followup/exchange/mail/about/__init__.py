"""What a mail is about: company, role and application, who is named in it, and where one meets."""
