"""What leaves Dragoman as a file: one file a format. Tables take any view's contract; briefs take the view `brief`'s."""
