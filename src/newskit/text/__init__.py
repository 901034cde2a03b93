"""What several stages know about text: blocks, sentences, words, normal form."""
