"""The hand annotation of the sample dispatches, and the tests that hold it to their text."""
