"""What a record has to say."""
